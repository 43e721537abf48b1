// out[i] = op(in[i]): operand 0 is out, 1 in, 2 the mask of what is written, if it has an address.
#pragma once
#include "walk.cuh"
#include "functions.cuh"

template <class Op, class A, class R> FN void unary(const Walk<3>& w) {
    if (w.packed) {
        const Four<A>* in = (const Four<A>*) w.base[1];
        Four<R>* out = (Four<R>*) w.base[0];
        EACH(i, w.n >> 2) {
            Four<A> a = in[i];
            Four<R> r;
#pragma unroll
            for (int k = 0; k < 4; k++) r.at[k] = Of<R>::store(Op::of(Of<A>::load(a.at[k])));
            out[i] = r;
        }
        EACH(i, w.n & 3) {
            int64 at = (w.n & ~3LL) + i;
            ((R*) w.base[0])[at] = Of<R>::store(Op::of(Of<A>::load(((A*) w.base[1])[at])));
        }
        return;
    }
    EACH(i, w.n) {
        char* p[3];
        locate(w, i, p);
        if (!w.base[2] || *p[2]) *(R*) p[0] = Of<R>::store(Op::of(Of<A>::load(*(A*) p[1])));
    }
}

#define UNARY(op, A, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) unary_##op##_##A##_##R(Walk<3> w) { unary<op_##op, A, R>(w); } \
    HOST_ENTRY(unary_##op##_##A##_##R, Walk<3>)
