// Two arguments of each scalar type, and a result of the same type.
#include "shim.h"

// In uint64_t, where overflow is defined; the cast keeps the low bits. What the compiler leaves above them in the
// register is undefined by the ABI, so a caller that does not extend the result itself reads garbage.
#define MINUS(name, type) \
    type scalar_##name(type a, type b) { return (type)(2 * (uint64_t)a - (uint64_t)b); }
SHIM_INTEGERS(MINUS)
#undef MINUS

#define MINUS(name, type) \
    type scalar_##name(type a, type b) { return 2 * a - b; }
SHIM_FLOATS(MINUS)
#undef MINUS

level scalar_enum(level a, level b) { return (level)(2 * (int)a - (int)b); }

double twin_half(double x) { return x / 2; }
