// Single values by pointer: `in`, `ref` and `out` on the other side.
#include "shim.h"

void pointer_swap_and_scale(int32_t *a, int32_t *b)
{
    const int32_t old = *a;
    *a = 2 * *b;
    *b = 3 * old;
}

int32_t pointer_divide(int32_t a, int32_t b, int32_t *quotient, int32_t *remainder)
{
    *quotient = b == 0 ? 0 : a / b;
    *remainder = b == 0 ? 0 : a % b;
    return b == 0 ? -1 : 0;
}

int64_t pointer_minus(const int64_t *a, const int64_t *b) { return 2 * *a - *b; }

double pointer_weigh_quad(const double_quad *s) { return layout_weigh_double_quad(*s); }

void pointer_scale_nested(nested_large *s, int32_t by)
{
    s->head.i *= by;
    s->head.d *= by + 1;
    s->middle.x *= (float)(by + 2);
    s->middle.y *= (float)(by + 3);
    s->tail.d *= by + 4;
    s->tail.i *= by + 5;
}

void pointer_make_guid(guid *result) { *result = layout_make_guid(); }

uintptr_t pointer_address(const void *p) { return (uintptr_t)p; }
