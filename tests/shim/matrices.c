// Spans whose element count is a product of parameters.
#include "shim.h"
#include "thread_slots.h"

void matrix_double(const double *in, double *out, int m, int n)
{
    for (int64_t i = 0; i < (int64_t)m * n; i++)
        out[i] = 2 * in[i];
}

void matrix_weigh(const double *in, double *out, int m, int n)
{
    for (int64_t i = 0; i < (int64_t)m * n; i++)
        out[i] = in[i] * (double)(i + 1);
}

void matrix_transpose(const double *in, double *out, int m, int n)
{
    for (int64_t i = 0; i < m; i++)
        for (int64_t j = 0; j < n; j++)
            out[j * m + i] = in[i * n + j];
}

double matrix_rows_of_3(const double *rows, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 3; j++)
            sum += *rows++ * (10.0 * i + j + 1);
    return sum;
}

double matrix_volume(const double *cells, int m, int n, int k)
{
    double sum = 0;
    for (int h = 0; h < m; h++)
        for (int i = 0; i < n; i++)
            for (int j = 0; j < k; j++)
                sum += *cells++ * (100.0 * h + 10.0 * i + j);
    return sum;
}

static thread_slots recorders;
static struct { int32_t calls; const double *in; double *out; int32_t m, n; } records[thread_slot_count];

void matrix_record(const double *in, double *out, int m, int n)
{
    int slot = thread_slot(recorders);
    records[slot].calls++;
    records[slot].in = in;
    records[slot].out = out;
    records[slot].m = m;
    records[slot].n = n;
}

int32_t matrix_recorded_calls(void) { return records[thread_slot(recorders)].calls; }
uintptr_t matrix_recorded_in(void) { return (uintptr_t)records[thread_slot(recorders)].in; }
uintptr_t matrix_recorded_out(void) { return (uintptr_t)records[thread_slot(recorders)].out; }
int32_t matrix_recorded_m(void) { return records[thread_slot(recorders)].m; }
int32_t matrix_recorded_n(void) { return records[thread_slot(recorders)].n; }
