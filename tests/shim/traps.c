// Code whose middle must not run.
#include "shim.h"

// The instruction after the first byte is one that no processor knows (Intel SDM, UD2).
__attribute__((naked)) void trap_behind_return(void) { __asm__("ret\n\tud2"); }
