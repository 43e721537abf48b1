// out = op(out, reduction of in): by a thread for each result, in the CPU's order, or by a block where order is free.
#pragma once
#include "walk.cuh"
#include "functions.cuh"

// Kept axes are a result's, reduced ones are walked for it: the outer ones block by block, in each the inner ones, whose
// elements in order are cut into strips. Arrays are out, in, mask.
struct Fold {
    int64 outputs, parts;     // a result may be reduced in parts, each into a place of its own, outStep bytes apart
    int64 strips, per;        // of a result, of a part
    int64 block, most, each;  // elements of a block, of a strip; strips of a block
    int64 kept, outer, inner; // axes
    int64 keptShape[AXES], keptOut[AXES], keptIn[AXES], keptMask[AXES];
    int64 outerShape[AXES], outerIn[AXES], outerMask[AXES];
    int64 innerShape[AXES], innerIn[AXES], innerMask[AXES];
    char *out, *in, *mask;
    int64 outStep;
    // Or what a result takes along the innermost kept axis, from bounds[2 k] to bounds[2 k + 1]: elements of these numbers,
    // the first of them as the start; or of the numbers that stand in `order` there, into place places[k].
    const int64 *bounds, *places, *order;
    int64 step;
};

// What a result is carried in, from one element of another type.
template <class A, class R> struct Element { static FN Computed<R> of(Computed<A> a) { return (Computed<R>) a; } };
template <class A> struct Element<A, A> { static FN Computed<A> of(Computed<A> a) { return a; } };
template <class A> struct Element<A, bool_> { static FN bool of(Computed<A> a) { return truth(a); } };
template <> struct Element<bool_, bool_> { static FN bool of(bool a) { return a; } };

template <class R> FN Computed<R> rounded(Computed<R> a) { return Of<R>::load(Of<R>::store(a)); }

// Rounded at every step, as loops are that carry a result along.
struct op_carried_multiply {
    template <class T> static FN Complex<T> of(Complex<T> a, Complex<T> b) {
        return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
    }
};
struct op_count { template <class T> static FN T of(T a, T b) { return a + b; } };
template <class Op, class A, class R> struct Taken : Element<A, R> {};
template <class A, class R> struct Taken<op_count, A, R> { static FN Computed<R> of(Computed<A> a) { return truth(a); } };

#define NAT (-0x7fffffffffffffffLL - 1)
struct op_time_add { static FN int64 of(int64 a, int64 b) { return a == NAT || b == NAT ? NAT : (int64) ((uint64) a + (uint64) b); } };
struct op_time_maximum { static FN int64 of(int64 a, int64 b) { return a == NAT || b == NAT ? NAT : a > b ? a : b; } };
struct op_time_minimum { static FN int64 of(int64 a, int64 b) { return a < b ? a : b; } };
struct op_time_fmax { static FN int64 of(int64 a, int64 b) { return a > b ? a : b; } };
struct op_time_fmin { static FN int64 of(int64 a, int64 b) { return a == NAT ? b : b == NAT ? a : a < b ? a : b; } };

// The elements of a block.
template <class A> struct Row {
    const Fold& f;
    const char *in, *mask;
    FN Row(const Fold& f_, const char* in_, const char* mask_) : f(f_), in(in_), mask(mask_) {}
    FN int64 place(int64 i, const int64* stride) const {
        if (f.inner == 1) return i * stride[0];
        int64 at = 0;
        for (int d = 0; d < f.inner; d++) {
            int64 next = i / f.innerShape[d];
            at += (i - next * f.innerShape[d]) * stride[d];
            i = next;
        }
        return at;
    }
    FN bool has(int64 i) const { return !mask || mask[place(i, f.innerMask)]; }
    FN Computed<A> load(int64 i) const { return Of<A>::load(*(const A*) (in + place(i, f.innerIn))); }
};

FN int64 left(int64 n, float) { return n >> 1 & -8; }
FN int64 left(int64 n, double) { return n >> 1 & -8; }
template <class T> FN int64 left(int64 n, Complex<T>) { return (n & -8) >> 1; }

// NumPy's pairwise sum of at most 128 numbers, of complex ones 64: so many accumulators, added as a tree.
template <class T> struct Leaf { static const int AT_ONCE = 8, MOST = 128; };
template <class T> struct Leaf<Complex<T>> { static const int AT_ONCE = 4, MOST = 64; };
template <class A, class T> FN T leaf(const Row<A>& row, int64 from, int64 n) {
    const int K = Leaf<T>::AT_ONCE;
    int64 i = 1;
    T sum = row.load(from);
    if (n >= K) {
        T r[K];
#pragma unroll
        for (int k = 0; k < K; k++) r[k] = row.load(from + k);
        for (i = K; i + K <= n; i += K) {
#pragma unroll
            for (int k = 0; k < K; k++) r[k] = op_add::of(r[k], row.load(from + i + k));
        }
#pragma unroll
        for (int apart = 1; apart < K; apart *= 2) {
#pragma unroll
            for (int k = 0; k < K; k += 2 * apart) r[k] = op_add::of(r[k], r[k + apart]);
        }
        sum = r[0];
    }
    for (; i < n; i++) sum = op_add::of(sum, row.load(from + i));
    return sum;
}

#define DEEPEST 48
template <class A, class T> FN T pairwise(const Row<A>& row, int64 from, int64 n) {
    // What is left to be summed, the next on top; a node's sum is added to its left neighbour's as soon as both are there
    int64 size[DEEPEST];
    int level[DEEPEST], done[DEEPEST];
    T sums[DEEPEST];
    int todo = 0, have = 0;
    size[todo] = n;
    level[todo++] = 0;
    while (todo > 0) {
        int64 length = size[--todo];
        int at = level[todo];
        if (length > Leaf<T>::MOST) {
            int64 first = left(length, T());
            size[todo] = length - first;
            level[todo++] = at + 1;
            size[todo] = first;
            level[todo++] = at + 1;
            continue;
        }
        T sum = leaf<A, T>(row, from, length);
        from += length;
        while (have > 0 && done[have - 1] == at) {
            sum = op_add::of(sums[--have], sum);
            at--;
        }
        sums[have] = sum;
        done[have++] = at;
    }
    return sums[0];
}

template <class Op, class R> struct ByPairs { static const bool is = false; };
template <> struct ByPairs<op_add, float> { static const bool is = true; };
template <> struct ByPairs<op_add, double> { static const bool is = true; };
template <> struct ByPairs<op_add, float16> { static const bool is = true; };
template <> struct ByPairs<op_add, bfloat16> { static const bool is = true; };
template <class T> struct ByPairs<op_add, Complex<T>> { static const bool is = true; };

template <class Op, class A, class R> FN Computed<R> strip(const Row<A>& row, int64 from, int64 n, Computed<R> acc) {
    typedef Computed<R> T;
    if constexpr (ByPairs<Op, R>::is) {
        for (int64 i = from; i < from + n;) {
            int64 end = i;
            if (row.mask) {
                while (end < from + n && row.has(end)) end++;
            } else {
                end = from + n;
            }
            if (end > i) acc = rounded<R>(Op::of(acc, end - i == 1 ? row.load(i) : pairwise<A, T>(row, i, end - i)));
            i = end + 1;
        }
    } else {
        // Rounded where a stretch of elements ends
        for (int64 i = from; i < from + n; i++) {
            acc = row.has(i) ? Op::of(acc, Taken<Op, A, R>::of(row.load(i))) : rounded<R>(acc);
        }
        acc = rounded<R>(acc);
    }
    return acc;
}

template <class Op, class A, class R> FN void fold(const Fold& f) {
    EACH(i, f.outputs * f.parts) {
        int64 part = i / f.outputs, rest = i - part * f.outputs, along = 0;
        char *out = f.out + part * f.outStep, *in = f.in, *mask = f.mask;
        for (int d = 0; d < f.kept; d++) {
            int64 next = rest / f.keptShape[d], at = rest - next * f.keptShape[d];
            rest = next;
            if (d == 0) along = at;
            if (d == 0 && f.places) at = f.places[at];
            out += at * f.keptOut[d];
            in += at * f.keptIn[d];
            mask += at * f.keptMask[d];
        }
        if (!f.mask) mask = nullptr;
        if (f.bounds) {
            int64 from = f.bounds[2 * along], to = f.bounds[2 * along + 1];
            Computed<R> acc;
            if (f.order) {
                acc = Of<R>::load(*(R*) out);
                for (; from < to; from++) {
                    Computed<A> a = Of<A>::load(*(const A*) (in + f.order[from] * f.step));
                    acc = rounded<R>(Op::of(acc, Taken<Op, A, R>::of(a)));
                }
            } else {
                int64 n = to - from - 1;
                acc = Taken<Op, A, R>::of(Of<A>::load(*(const A*) (in + from * f.step)));
                if (n > 0) acc = strip<Op, A, R>(Row<A>(f, in + (from + 1) * f.step, nullptr), 0, n, acc);
            }
            *(R*) out = Of<R>::store(acc);
            continue;
        }
        Computed<R> acc = Of<R>::load(*(R*) out);
        int64 end = (part + 1) * f.per < f.strips ? (part + 1) * f.per : f.strips;
        for (int64 s = part * f.per; s < end; s++) {
            int64 block = f.each == 1 ? s : s / f.each, first = (s - block * f.each) * f.most;
            const char *from = in, *bools = mask;
            for (int d = 0; d < f.outer; d++) {
                int64 next = d + 1 == f.outer ? 0 : block / f.outerShape[d], at = block - next * f.outerShape[d];
                block = next;
                from += at * f.outerIn[d];
                if (mask) bools += at * f.outerMask[d];
            }
            int64 n = f.block - first < f.most ? f.block - first : f.most;
            acc = strip<Op, A, R>(Row<A>(f, from, bools), first, n, acc);
        }
        *(R*) out = Of<R>::store(acc);
    }
}

// As many elements as 16 bytes are.
template <class A> struct alignas(16) Pack { static const int N = 16 / sizeof(A); A at[N]; };

// A block for each part of each result; all reduced axes are inner ones, most elements of them a part's.
template <class Op, class A, class R> FN void team(const Fold& f) {
    typedef Computed<R> T;
    __shared__ R results[THREADS];
    __shared__ bool any[THREADS];
    int t = (int) threadIdx.x;
    for (int64 work = blockIdx.x; work < f.outputs * f.parts; work += gridDim.x) {
        int64 output = work / f.parts, part = work - output * f.parts, rest = output;
        char *out = f.out + part * f.outStep, *in = f.in, *mask = f.mask;
        for (int d = 0; d < f.kept; d++) {
            int64 next = rest / f.keptShape[d], at = rest - next * f.keptShape[d];
            rest = next;
            out += at * f.keptOut[d];
            in += at * f.keptIn[d];
            mask += at * f.keptMask[d];
        }
        Row<A> row(f, in, f.mask ? mask : nullptr);
        int64 from = part * f.most, end = from + f.most < f.block ? from + f.most : f.block;
        bool has = false;
        T acc = T();
        // Up to the first multiple of 16 bytes one by one, from there on in packs, two at a time
        const int N = Pack<A>::N;
        int64 before = (int64) ((16 - (uint64) (in + from * sizeof(A)) % 16) % 16), head = before / sizeof(A);
        if (head > end - from) head = end - from;
        if (f.inner == 1 && f.innerIn[0] == sizeof(A) && !f.mask && before % sizeof(A) == 0) {
            int64 packs = (end - from - head) / N;
            const Pack<A>* p = (const Pack<A>*) (in + (from + head) * sizeof(A));
            T more = T();
            bool hasMore = false;
            int64 i = t;
            for (; i + THREADS < packs; i += 2 * THREADS) {
                Pack<A> a = p[i], b = p[i + THREADS];
#pragma unroll
                for (int k = 0; k < N; k++) {
                    T u = Taken<Op, A, R>::of(Of<A>::load(a.at[k])), v = Taken<Op, A, R>::of(Of<A>::load(b.at[k]));
                    acc = has || k ? Op::of(acc, u) : u;
                    more = has || k ? Op::of(more, v) : v;
                }
                has = hasMore = true;
            }
            if (i < packs) {
                Pack<A> a = p[i];
#pragma unroll
                for (int k = 0; k < N; k++) {
                    T u = Taken<Op, A, R>::of(Of<A>::load(a.at[k]));
                    acc = has || k ? Op::of(acc, u) : u;
                }
                has = true;
            }
            if (hasMore) acc = Op::of(acc, more);
            for (int64 k = t; k < head + (end - from - head) % N; k += THREADS) {
                T u = Taken<Op, A, R>::of(row.load(k < head ? from + k : end - 1 - (k - head)));
                acc = has ? Op::of(acc, u) : u;
                has = true;
            }
        } else {
            for (int64 i = from + t; i < end; i += THREADS) {
                if (!row.has(i)) continue;
                T u = Taken<Op, A, R>::of(row.load(i));
                acc = has ? Op::of(acc, u) : u;
                has = true;
            }
        }
        results[t] = Of<R>::store(acc);
        any[t] = has;
        __syncthreads();
        for (int apart = THREADS / 2; apart > 0; apart /= 2) {
            if (t < apart && any[t + apart]) {
                results[t] = any[t] ? Of<R>::store(Op::of(Of<R>::load(results[t]), Of<R>::load(results[t + apart]))) : results[t + apart];
                any[t] = true;
            }
            __syncthreads();
        }
        if (t == 0 && any[0]) *(R*) out = Of<R>::store(Op::of(Of<R>::load(*(R*) out), Of<R>::load(results[0])));
        __syncthreads();
    }
}

#define FOLD(op, A, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) fold_##op##_##A##_##R(Fold f) { fold<op_##op, A, R>(f); } \
    HOST_ENTRY(fold_##op##_##A##_##R, Fold)
#define TEAM(op, A, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) team_##op##_##A##_##R(Fold f) { team<op_##op, A, R>(f); } \
    HOST_BLOCK(team_##op##_##A##_##R, Fold)
