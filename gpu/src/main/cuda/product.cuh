// out[..., i, j] = the sum over p of a[..., i, p] * b[..., p, j]: operand 0 is out, 1 a, 2 b; strides in bytes.
#pragma once
#include "walk.cuh"
#include "functions.cuh"

struct Product {
    Walk<3> stack;  // the first elements of all matrices
    int64 m, k, n;
    int64 row[3], column[3];
    int64 conjugate;  // a's elements
    int64 pieces, length, piece;  // of the sums, each over so many p and written so many bytes behind the one before
};

#define SIDE 16  // threads of a block along rows and along columns
#define EACH_TAKES 4  // of both, so that what is read once is multiplied four times

template <class T> FN T added(T sum, T a, T b) { return op_add::of(sum, op_multiply::of(a, b)); }
FN float added(float sum, float a, float b) { return fused(a, b, sum); }
FN double added(double sum, double a, double b) { return fused(a, b, sum); }
template <class T> FN T conjugateIf(T a, bool) { return a; }
template <class T> FN Complex<T> conjugateIf(Complex<T> a, bool turn) { return {a.re, turn ? -a.im : a.im}; }

template <class T> FN void product(const Product& q) {
    typedef Computed<T> C;
    const int64 tile = SIDE * EACH_TAKES, across = (q.n + tile - 1) / tile, all = (q.m + tile - 1) / tile * across;
    for (int64 step = blockIdx.x; step < all * q.stack.n * q.pieces; step += gridDim.x) {
        char* at[3];
        locate(q.stack, step / all % q.stack.n, at);
        int64 i = step % all / across * tile + threadIdx.x / SIDE, j = step % all % across * tile + threadIdx.x % SIDE;
        if (i >= q.m || j >= q.n) continue;
        int64 piece = step / all / q.stack.n, from = piece * q.length, to = from + q.length < q.k ? from + q.length : q.k;
        const char *a[EACH_TAKES], *b[EACH_TAKES];
        C sums[EACH_TAKES][EACH_TAKES];
#pragma unroll
        for (int u = 0; u < EACH_TAKES; u++) {
            // Beyond the end the last row again, which is not written
            int64 row = i + u * SIDE, column = j + u * SIDE;
            a[u] = at[1] + (row < q.m ? row : q.m - 1) * q.row[1];
            b[u] = at[2] + (column < q.n ? column : q.n - 1) * q.column[2];
#pragma unroll
            for (int v = 0; v < EACH_TAKES; v++) sums[u][v] = C();
        }
        for (int64 p = from; p < to; p++) {
            C left[EACH_TAKES], right[EACH_TAKES];
#pragma unroll
            for (int u = 0; u < EACH_TAKES; u++) {
                left[u] = conjugateIf(Of<T>::load(*(const T*) (a[u] + p * q.column[1])), q.conjugate);
                right[u] = Of<T>::load(*(const T*) (b[u] + p * q.row[2]));
            }
#pragma unroll
            for (int u = 0; u < EACH_TAKES; u++) {
#pragma unroll
                for (int v = 0; v < EACH_TAKES; v++) sums[u][v] = added(sums[u][v], left[u], right[v]);
            }
        }
#pragma unroll
        for (int u = 0; u < EACH_TAKES; u++) {
#pragma unroll
            for (int v = 0; v < EACH_TAKES; v++) {
                int64 row = i + u * SIDE, column = j + v * SIDE;
                if (row < q.m && column < q.n) {
                    *(T*) (at[0] + piece * q.piece + row * q.row[0] + column * q.column[0]) = Of<T>::store(sums[u][v]);
                }
            }
        }
    }
}

#define PRODUCT(T) \
    extern "C" __global__ void __launch_bounds__(THREADS) product_##T(Product q) { product<T>(q); } \
    HOST_ENTRY(product_##T, Product)
