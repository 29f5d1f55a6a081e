// Argument lists that overflow the registers of the calling convention, and empty ones.
#include "shim.h"
#include "thread_slots.h"

#define WEIGH_20(as) \
    (1 * (as)a1 + 2 * (as)a2 + 3 * (as)a3 + 4 * (as)a4 + 5 * (as)a5 + 6 * (as)a6 + 7 * (as)a7 + 8 * (as)a8 + \
     9 * (as)a9 + 10 * (as)a10 + 11 * (as)a11 + 12 * (as)a12 + 13 * (as)a13 + 14 * (as)a14 + 15 * (as)a15 + \
     16 * (as)a16 + 17 * (as)a17 + 18 * (as)a18 + 19 * (as)a19 + 20 * (as)a20)

double mixed_double_20(SHIM_MIXED_20) { return WEIGH_20(double); }

int64_t mixed_int64_20(SHIM_MIXED_20) { return WEIGH_20(int64_t); }

double mixed_doubles_24(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8,
                        double a9, double a10, double a11, double a12, double a13, double a14, double a15, double a16,
                        double a17, double a18, double a19, double a20, double a21, double a22, double a23, double a24)
{
    return WEIGH_20(double) + 21 * a21 + 22 * a22 + 23 * a23 + 24 * a24;
}

double mixed_floats_10(float a1, float a2, float a3, float a4, float a5, float a6,
                       float a7, float a8, float a9, float a10)
{
    // In double, so that the result does not depend on the order of rounding.
    const float a[] = { a1, a2, a3, a4, a5, a6, a7, a8, a9, a10 };
    double sum = 0;
    for (int i = 0; i < 10; i++)
        sum += (i + 1) * (double)a[i];
    return sum;
}

int64_t mixed_narrow_on_stack(int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5, int64_t a6,
                              int8_t a7, uint8_t a8, int16_t a9, uint16_t a10, int32_t a11, uint32_t a12,
                              int8_t a13, int64_t a14)
{
    return 1 * a1 + 2 * a2 + 3 * a3 + 4 * a4 + 5 * a5 + 6 * a6 + 7 * a7 + 8 * a8 + 9 * a9 + 10 * a10 +
           11 * (int64_t)a11 + 12 * (int64_t)a12 + 13 * a13 + 14 * a14;
}

double mixed_weigh_8(int32_t a1, double a2, int64_t a3, float a4, double a5, int8_t a6, float a7, double a8)
{
    return a1 + 2 * a2 + 3 * (double)a3 + 4 * (double)a4 + 5 * a5 + 6.0 * a6 + 7 * (double)a7 + 8 * a8;
}

int32_t mixed_no_arguments(void) { return -1234567; }

static thread_slots touchers;
static int32_t touched[thread_slot_count];

void mixed_touch(void) { touched[thread_slot(touchers)]++; }

int32_t mixed_touched(void) { return touched[thread_slot(touchers)]; }
