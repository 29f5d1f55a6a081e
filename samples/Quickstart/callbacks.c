// The native side of the Quickstart: three functions that the C# side knows by their addresses and prototypes.

typedef struct { double x, y; } point;

// The matrix example: out[i][j] = 2 * in[i][j], both m × n in C order.
void matrix_double(const double *in, double *out, int m, int n)
{
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            out[i * n + j] = 2 * in[i * n + j];
}

double square_minus_one(double x) { return x * x - 1; }

// A variable that holds an address. Its own address is none of a function, which is one of the mistakes of samples/Mistakes.
double (*current_function)(double) = square_minus_one;

// A quarter turn to the left about the origin, then scaled: by value in, by value out.
point turn_and_scale(point p, double scale) { return (point){ -scale * p.y, scale * p.x }; }
