// Booleans of one and four bytes, and the raw values behind them.
#include "shim.h"

uint8_t bool_u1_not(uint8_t flag) { return flag == 0; }

int32_t bool_i4_not(int32_t flag) { return flag == 0; }

uint8_t bool_u1_echo(uint8_t flag) { return flag; }

int32_t bool_i4_echo(int32_t flag) { return flag; }

// Declared as `uint8_t f(…)` by a test, this fills the bits above the result, which the ABI leaves undefined.
uint64_t bool_register(uint64_t bits) { return bits; }

int32_t bool_weigh(uint8_t a, int32_t b, uint8_t c, int32_t d) { return a + 2 * b + 4 * c + 8 * d; }
