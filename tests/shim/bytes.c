// Memory whose length is a number of bytes, whatever its elements are.
#include "shim.h"

int64_t bytes_weigh_sizes(const void *values, size_t count, size_t size)
{
    const uint8_t *bytes = values;
    int64_t sum = 0;
    for (size_t i = 0; i < count * size; i++)
        sum += bytes[i] * (int64_t)(i + 1);
    return sum;
}

int64_t bytes_weigh(const void *values, int32_t count, int32_t size) { return bytes_weigh_sizes(values, (size_t)count, (size_t)size); }

int64_t bytes_weigh_short(const void *values, uint16_t bytes) { return bytes_weigh_sizes(values, bytes, 1); }

int64_t bytes_weigh_long(const void *values, long bytes) { return bytes_weigh_sizes(values, (size_t)bytes, 1); }

void bytes_reverse(void *out, const void *values, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        ((uint8_t *)out)[i] = ((const uint8_t *)values)[bytes - 1 - i];
}

int64_t bytes_call(int64_t (*f)(const int32_t *, size_t), const int32_t *values, size_t bytes) { return f(values, bytes); }

int64_t bytes_call_product(int64_t (*f)(const int32_t *, int64_t, int64_t), const int32_t *values, int64_t count, int64_t size)
{
    return f(values, count, size);
}
