// Symbols that hold data: a lookup must find them, and a lookup of a function must refuse them.
#include "shim.h"

const int shim_data_symbol = 42;
double shim_data_array[4] = { 1, -2, 3, -4 };
