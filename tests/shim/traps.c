// Code whose middle must not run.
#include "shim.h"

// The instruction behind the return is one that no processor knows (UD2 of the Intel SDM, UDF of the Arm ARM).
#if defined(__aarch64__)
#define RETURN_AND_TRAP "ret\n\tudf #0"
#else
#define RETURN_AND_TRAP "ret\n\tud2"
#endif

__attribute__((naked)) void trap_behind_return(void) { __asm__(RETURN_AND_TRAP); }

// Not exported, so that its addresses have no symbol.
static __attribute__((naked, used, aligned(16))) void padding(void) { __asm__(".space 16"); }

void *trap_padding(void) { return (void *)padding; }
