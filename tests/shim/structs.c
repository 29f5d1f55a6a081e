// Structs of 1 to 64 bytes by value. Up to 16 bytes travel in registers, larger ones in memory; odd sizes are
// where a caller that copies whole registers reads or writes too much.
#include "shim.h"

static double weigh(const uint8_t *bytes, size_t size)
{
    double sum = 0;
    for (size_t i = 0; i < size; i++)
        sum += (double)(bytes[i] * (i + 1));
    return sum;
}

#define FUNCTIONS(size)                                                                                              \
    double struct_weigh_##size(bytes##size s) { return weigh(s.b, size); }                                           \
                                                                                                                     \
    bytes##size struct_fill_##size(uint8_t k)                                                                        \
    {                                                                                                                \
        bytes##size s;                                                                                               \
        for (int i = 0; i < size; i++)                                                                               \
            s.b[i] = (uint8_t)(k * 64 + i);                                                                          \
        return s;                                                                                                    \
    }                                                                                                                \
                                                                                                                     \
    bytes##size struct_reverse_##size(bytes##size s)                                                                 \
    {                                                                                                                \
        bytes##size reversed;                                                                                        \
        for (int i = 0; i < size; i++)                                                                               \
            reversed.b[i] = s.b[size - 1 - i];                                                                       \
        return reversed;                                                                                             \
    }                                                                                                                \
                                                                                                                     \
    double struct_around_##size(int8_t head, bytes##size first, double between, bytes##size second, int16_t tail)    \
    {                                                                                                                \
        return head + 2 * weigh(first.b, size) + 3 * between + 4 * weigh(second.b, size) + 5 * tail;                 \
    }

SHIM_SIZES(FUNCTIONS)
