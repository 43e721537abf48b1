// What hangs on the order of its elements: acc = op(acc, in), one after the other, by a thread for each result. The function
// stands in a kernel once; it may be a long one.
#pragma once
#include "fold.cuh"
#include "halves.cuh"

struct op_time_subtract { static FN int64 of(int64 a, int64 b) { return a == NAT || b == NAT ? NAT : (int64) ((uint64) a - (uint64) b); } };
struct op_time_remainder { static FN int64 of(int64 a, int64 b) { return a == NAT || b == NAT || b == 0 ? NAT : op_remainder::of(a, b); } };

// As fold, but never in parts: outStep, if there is one, is how far apart running results are; the first of them is there.
template <class Op, class T> FN void chain(const Fold& f) {
    bool stepwise = f.order || f.outStep; // each step is stored
    EACH(i, f.outputs) {
        int64 rest = i, along = 0;
        char *out = f.out, *in = f.in, *mask = f.mask;
#pragma unroll 1
        for (int d = 0; d < f.kept; d++) {
            int64 next = rest / f.keptShape[d], at = rest - next * f.keptShape[d];
            rest = next;
            if (d == 0) along = at;
            if (d == 0 && f.places) at = f.places[at];
            out += at * f.keptOut[d];
            in += at * f.keptIn[d];
            mask += at * f.keptMask[d];
        }
        Computed<T> acc = Of<T>::load(*(const T*) out);
        int64 strips = f.bounds ? 1 : f.strips;
        for (int64 s = 0; s < strips; s++) {
            int64 block = f.each == 1 ? s : s / f.each, k = (s - block * f.each) * f.most;
            int64 end = f.block - k < f.most ? f.block : k + f.most;
            const char *from = in, *bools = f.mask ? mask : nullptr;
#pragma unroll 1
            for (int d = 0; d < f.outer; d++) {
                int64 next = d + 1 == f.outer ? 0 : block / f.outerShape[d], at = block - next * f.outerShape[d];
                block = next;
                from += at * f.outerIn[d];
                if (bools) bools += at * f.outerMask[d];
            }
            Row<T> row(f, from, bools);
            if (f.bounds) {
                k = f.bounds[2 * along];
                end = f.bounds[2 * along + 1];
                if (!f.order) acc = row.load(k++);
            }
#pragma unroll 1
            for (; k < end; k++) {
                bool has = row.has(k);
                if (has) acc = Op::of(acc, row.load(f.order ? f.order[k] : k));
                if (stepwise || !has) acc = rounded<T>(acc); // also where a stretch of elements ends
                if (f.outStep) {
                    out += f.outStep;
                    *(T*) out = Of<T>::store(acc);
                }
            }
            acc = rounded<T>(acc);
        }
        *(T*) out = Of<T>::store(acc);
    }
}

#define CHAIN(op, T) \
    extern "C" __global__ void __launch_bounds__(THREADS) chain_##op##_##T(Fold f) { chain<op_##op, T>(f); } \
    HOST_ENTRY(chain_##op##_##T, Fold)
#define HALF_CHAIN(op, T) \
    extern "C" __global__ void __launch_bounds__(THREADS) chain_##op##_##T(Fold f) { chain<half_##op, Own<T>>(f); } \
    HOST_ENTRY(chain_##op##_##T, Fold)
