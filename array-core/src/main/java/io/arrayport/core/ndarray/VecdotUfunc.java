package io.arrayport.core.ndarray;

import io.arrayport.core.ufunc.Product;

/** The generalised ufunc of two vectors: {@code np.vecdot}. */
public final class VecdotUfunc extends AnyUfunc {
    private final Product product;

    /** @param product of two vectors */
    public VecdotUfunc(Product product) {
        super(product.row());
        this.product = product;
    }

    /** Which axes of the operands are one, in NumPy's words: {@code "(n),(n)->()"}. */
    public String signature() {
        return product.signature();
    }

    /** Multiplies the vectors along the last axis, or another, broadcast: a new array, or {@code out}. */
    public NdArray call(NdArray a, NdArray b, VecdotOption... options) {
        return Multiplication.of(product, options).run(a, b);
    }
}
