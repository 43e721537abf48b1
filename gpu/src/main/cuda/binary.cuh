// out[i] = op(a[i], b[i]): operand 0 is out, 1 a, 2 b, 3 the mask of what is written, if it has an address.
#pragma once
#include "walk.cuh"
#include "functions.cuh"

template <class Op, class A, class B, class R> FN void binary(const Walk<4>& w) {
    if (w.packed) {
        const Four<A>* left = (const Four<A>*) w.base[1];
        const Four<B>* right = (const Four<B>*) w.base[2];
        Four<R>* out = (Four<R>*) w.base[0];
        EACH(i, w.n >> 2) {
            Four<A> a = left[i];
            Four<B> b = right[i];
            Four<R> r;
#pragma unroll
            for (int k = 0; k < 4; k++) r.at[k] = Of<R>::store(Op::of(Of<A>::load(a.at[k]), Of<B>::load(b.at[k])));
            out[i] = r;
        }
        EACH(i, w.n & 3) {
            int64 at = (w.n & ~3LL) + i;
            ((R*) w.base[0])[at] = Of<R>::store(Op::of(Of<A>::load(((A*) w.base[1])[at]), Of<B>::load(((B*) w.base[2])[at])));
        }
        return;
    }
    EACH(i, w.n) {
        char* p[4];
        locate(w, i, p);
        if (!w.base[3] || *p[3]) *(R*) p[0] = Of<R>::store(Op::of(Of<A>::load(*(A*) p[1]), Of<B>::load(*(B*) p[2])));
    }
}

#define BINARY(op, A, B, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) binary_##op##_##A##_##B##_##R(Walk<4> w) { binary<op_##op, A, B, R>(w); } \
    HOST_ENTRY(binary_##op##_##A##_##B##_##R, Walk<4>)
