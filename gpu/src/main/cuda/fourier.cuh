// Fourier transforms of rows of float64 complex numbers that lie one after the other: of powers of two in passes of
// butterflies (Stockham's, which leave them in order), of other lengths as a convolution (Bluestein's).
#pragma once
#include "walk.cuh"
#include "functions.cuh"

struct Transform {
    const complex128* in;
    complex128* out;
    int64 rows, n, m;  // n of a row, padded to m
    int64 step;        // 1, 2, 4 ... from pass to pass
    int64 back;        // the sign of angles: 1 backwards
};

// exp(i pi x), exact where it is a whole number of quarters.
FN complex128 root(double x, int64 back) {
    double s, c;
#ifdef __CUDA_ARCH__
    sincospi(x, &s, &c);
#else
    double quarters = rint(x * 2), rest = (x - quarters / 2) * 3.14159265358979323846;
    s = sin(rest), c = cos(rest);
    for (int q = (int) quarters & 3; q > 0; q--) { double next = c; c = -s; s = next; }
#endif
    return {c, back ? s : -s};
}
FN complex128 chirp(int64 j, int64 n, int64 back) { return root((double) (j * j % (2 * n)) / n, back); }

struct op_stage {
    static FN int64 size(const Transform& t) { return t.rows * (t.m / 2); }
    static FN void of(const Transform& t, int64 i) {
        int64 half = t.m / 2, row = i / half * t.m, b = i % half, j = b / t.step, k = b % t.step;
        complex128 low = t.in[row + b], high = t.in[row + b + half];
        t.out[row + k + 2 * j * t.step] = op_add::of(low, high);
        complex128 w = root((double) (j * t.step) / half, t.back);
        t.out[row + k + 2 * j * t.step + t.step] = op_multiply::of(w, op_subtract::of(low, high));
    }
};
struct op_spread {
    static FN int64 size(const Transform& t) { return t.rows * t.m; }
    static FN void of(const Transform& t, int64 i) {
        int64 j = i % t.m;
        t.out[i] = j < t.n ? op_multiply::of(t.in[i / t.m * t.n + j], chirp(j, t.n, t.back)) : complex128{0, 0};
    }
};
struct op_filter {
    static FN int64 size(const Transform& t) { return t.m; }
    static FN void of(const Transform& t, int64 i) {
        int64 j = i < t.n ? i : t.m - i;
        t.out[i] = j < t.n ? chirp(j, t.n, !t.back) : complex128{0, 0};
    }
};
struct op_times {
    static FN int64 size(const Transform& t) { return t.rows * t.m; }
    static FN void of(const Transform& t, int64 i) { t.out[i] = op_multiply::of(t.out[i], t.in[i % t.m]); }
};
struct op_gather {
    static FN int64 size(const Transform& t) { return t.rows * t.n; }
    static FN void of(const Transform& t, int64 i) {
        int64 j = i % t.n;
        complex128 a = op_multiply::of(t.in[i / t.n * t.m + j], chirp(j, t.n, t.back));
        t.out[i] = {a.re / t.m, a.im / t.m};
    }
};

#define FOURIER(name) \
    extern "C" __global__ void __launch_bounds__(THREADS) fourier_##name(Transform t) { \
        EACH(i, op_##name::size(t)) op_##name::of(t, i); } \
    HOST_ENTRY(fourier_##name, Transform)
