// Matrices and cubes of doubles in both orders. Each element counts by its indices, so that another order gives another sum.
#include "shim.h"

double tensor_weigh_rows(const double *cells, int32_t m, int32_t n)
{
    double sum = 0;
    for (int32_t i = 0; i < m; i++)
        for (int32_t j = 0; j < n; j++)
            sum += cells[(int64_t)i * n + j] * (100.0 * (i + 1) + (j + 1));
    return sum;
}

double tensor_weigh_columns(const double *cells, int32_t m, int32_t n)
{
    double sum = 0;
    for (int32_t i = 0; i < m; i++)
        for (int32_t j = 0; j < n; j++)
            sum += cells[i + (int64_t)j * m] * (100.0 * (i + 1) + (j + 1));
    return sum;
}

// From rows to columns: out[i, j] = 10 * in[i, j] + 3 * i - j.
void tensor_rows_to_columns(const double *in, double *out, int32_t m, int32_t n)
{
    for (int32_t i = 0; i < m; i++)
        for (int32_t j = 0; j < n; j++)
            out[i + (int64_t)j * m] = 10 * in[(int64_t)i * n + j] + 3 * i - j;
}

double tensor_weigh_cube_rows(const float *cells, int64_t m, uint8_t n, const uint16_t *k)
{
    double sum = 0;
    for (int64_t h = 0; h < m; h++)
        for (int64_t i = 0; i < n; i++)
            for (int64_t j = 0; j < *k; j++)
                sum += cells[(h * n + i) * *k + j] * (100.0 * (h + 1) + 10.0 * (i + 1) + (j + 1));
    return sum;
}

double tensor_weigh_cube_columns(const float *cells, int64_t m, uint8_t n, const uint16_t *k)
{
    double sum = 0;
    for (int64_t h = 0; h < m; h++)
        for (int64_t i = 0; i < n; i++)
            for (int64_t j = 0; j < *k; j++)
                sum += cells[h + m * (i + n * j)] * (100.0 * (h + 1) + 10.0 * (i + 1) + (j + 1));
    return sum;
}

uintptr_t tensor_address(const void *cells, int32_t m, int32_t n)
{
    (void)m;
    (void)n;
    return (uintptr_t)cells;
}
