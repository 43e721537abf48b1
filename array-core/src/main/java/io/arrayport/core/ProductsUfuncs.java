package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.ProductOption;
import io.arrayport.core.ndarray.VecdotOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter products. Each gives a new array, or {@code out}. */
public sealed interface ProductsUfuncs permits UfuncFields {
    /** The product of matrices, or stacks of them; a vector is a row on the left, a column on the right. */
    default NdArray matmul(NdArray a, NdArray b, ProductOption... options) {
        return ((UfuncFields) this).matmul.call(a, b, options);
    }

    /** The product of a matrix and a vector. */
    default NdArray matvec(NdArray a, NdArray b, ProductOption... options) {
        return ((UfuncFields) this).matvec.call(a, b, options);
    }

    /** The sum of products of two vectors; the first one's complex elements are conjugated. */
    default NdArray vecdot(NdArray a, NdArray b, VecdotOption... options) {
        return ((UfuncFields) this).vecdot.call(a, b, options);
    }

    /** The product of a vector, whose complex elements are conjugated, and a matrix. */
    default NdArray vecmat(NdArray a, NdArray b, ProductOption... options) {
        return ((UfuncFields) this).vecmat.call(a, b, options);
    }
}
