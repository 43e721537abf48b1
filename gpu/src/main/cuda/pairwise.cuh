// Sums of long rows in NumPy's pairwise order. A row is halved until its parts are of 65 to 136 numbers; eight threads sum
// a part, which NumPy does by eight accumulators, and halves are added as they were cut.
#pragma once
#include "fold.cuh"

#define PARTS 256  // of a block
struct Sums {
    int64 rows, levels, length;        // rows of one length, each halved so often
    int64 each, first, strips, most;   // rows of a block of the input from one on; strips of it, elements between their starts
    int64 axes, shape[2 * AXES], stride[2 * AXES]; // of blocks
    int64 step;                        // between elements
    char *in, *out;                    // out: [row][what is left of its parts]
};

template <class T> struct Piece { typedef T type; static const int N = 1; };
template <class T> struct Piece<Complex<T>> { typedef T type; static const int N = 2; };
// One accumulator's number: of complex numbers the real or the imaginary part.
template <class A> struct Number { typedef Computed<A> type; static FN type at(const char* p, int) { return Of<A>::load(*(const A*) p); } };
template <class T> struct Number<Complex<T>> { typedef T type; static FN T at(const char* p, int part) { return ((const T*) p)[part]; } };

// Eight threads: all of them get the sum, or with complex numbers the sum of their part.
template <class A> FN typename Number<A>::type octet(const char* p, int64 step, int n, int lane, unsigned mask) {
    typedef typename Number<A>::type T;
    const int N = Piece<Computed<A>>::N, K = 8 / N;
    int part = lane % N, own = lane / N, i = 0;
    T sum;
    if (n >= K) {
        sum = Number<A>::at(p + own * step, part);
        i = K;
#pragma unroll 8
        for (; i + K <= n; i += K) sum = sum + Number<A>::at(p + (i + own) * step, part);
#pragma unroll
        for (int apart = N; apart < 8; apart *= 2) sum = sum + __shfl_xor_sync(mask, sum, apart);
    } else {
        sum = Number<A>::at(p, part);
        i = 1;
    }
    for (; i < n; i++) sum = sum + Number<A>::at(p + i * step, part);
    return sum;
}

template <class A> FN void sums(const Sums& f) {
    typedef Computed<A> C;
    typedef typename Number<A>::type T;
    const int N = Piece<C>::N, MOST = Leaf<C>::MOST;
    __shared__ T results[PARTS * N];
    int t = (int) threadIdx.x, lane = t % 8, group = t / 8;
    unsigned mask = 0xffu << (t % 32 / 8 * 8);
    int64 items = f.rows << f.levels, begin = (int64) blockIdx.x * PARTS;
    int high = f.levels > 8 ? (int) f.levels - 8 : 0, low = (int) f.levels - high;
    int64 start = 0, length = f.length;  // what the block's items have in common
    for (int l = 0; l < high; l++) {
        int64 half = left(length, C());
        if (begin >> (f.levels - 1 - l) & 1) { start += half; length -= half; } else length = half;
    }
    for (int k = group; k < PARTS; k += THREADS / 8) {
        int64 item = begin + k;
        if (item >= items) break;
        int64 row = item >> f.levels, block = row / f.each;
        const char* p = f.in + (f.first + row - block * f.each) * f.most * f.step;
        for (int d = 0; d < f.axes; d++) {
            int64 next = block / f.shape[d];
            p += (block - next * f.shape[d]) * f.stride[d];
            block = next;
        }
        int64 from = start, n = length;
        for (int l = low - 1; l >= 0; l--) {
            int64 half = left(n, C());
            if (item >> l & 1) { from += half; n -= half; } else n = half;
        }
        p += from * f.step;
        T sum;
        if (n > MOST) {
            int64 half = left(n, C());
            sum = octet<A>(p, f.step, (int) half, lane, mask);
            sum = sum + octet<A>(p + half * f.step, f.step, (int) (n - half), lane, mask);
        } else {
            sum = octet<A>(p, f.step, (int) n, lane, mask);
        }
        if (lane < N) results[k * N + lane] = sum;
    }
    __syncthreads();
    for (int l = 0; l < low; l++) {
        int at = t << (l + 1), other = at + (1 << l);
        if (other < PARTS) for (int k = 0; k < N; k++) results[at * N + k] = results[at * N + k] + results[other * N + k];
        __syncthreads();
    }
    int64 item = begin + ((int64) t << low);
    if ((t << low) < PARTS && item < items) {
        int64 place = item >> low, row = place >> high, block = row / f.each;
        int64 to = ((block * f.strips + f.first + row - block * f.each) << high) + (place & ((1LL << high) - 1));
        for (int k = 0; k < N; k++) ((T*) f.out)[to * N + k] = results[(t << low) * N + k];
    }
}

struct Tree { int64 items, levels; char *in, *out; };

// Neighbours are added, their sums again, so many times: 12 levels at most.
template <class T> FN void tree(const Tree& f) {
    __shared__ T results[THREADS];
    int t = (int) threadIdx.x, own = f.levels > 8 ? (int) f.levels - 8 : 0, shared = (int) f.levels - own;
    int64 at = ((int64) blockIdx.x * THREADS + t) << own;
    if (at < f.items) {
        T r[16];
#pragma unroll
        for (int k = 0; k < 16; k++) if (k < 1 << own) r[k] = ((const T*) f.in)[at + k];
#pragma unroll
        for (int apart = 1; apart < 16; apart *= 2) {
#pragma unroll
            for (int k = 0; k < 16; k += 2 * apart) if (k + apart < 1 << own) r[k] = op_add::of(r[k], r[k + apart]);
        }
        results[t] = r[0];
    }
    __syncthreads();
    for (int l = 0; l < shared; l++) {
        int to = t << (l + 1), other = to + (1 << l);
        if (other < THREADS && ((((int64) blockIdx.x * THREADS + other) << own) < f.items)) results[to] = op_add::of(results[to], results[other]);
        __syncthreads();
    }
    int64 item = ((int64) blockIdx.x * THREADS + ((int64) t << shared)) << own;
    if ((t << shared) < THREADS && item < f.items) ((T*) f.out)[item >> f.levels] = results[t << shared];
}

#define SUMS(A) \
    extern "C" __global__ void __launch_bounds__(THREADS) sums_##A(Sums f) { sums<A>(f); } \
    HOST_BLOCK(sums_##A, Sums)
#define TREE(T) \
    extern "C" __global__ void __launch_bounds__(THREADS) tree_##T(Tree f) { tree<T>(f); } \
    HOST_BLOCK(tree_##T, Tree)
