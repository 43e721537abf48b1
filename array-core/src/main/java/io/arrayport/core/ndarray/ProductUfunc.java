package io.arrayport.core.ndarray;

import io.arrayport.core.ufunc.Product;

/** A generalised ufunc with matrices: {@code np.matmul}. */
public final class ProductUfunc extends AnyUfunc {
    private final Product product;

    /** @param product of which an operand is a matrix */
    public ProductUfunc(Product product) {
        super(product.row());
        this.product = product;
    }

    /** Which axes of the operands are one, in NumPy's words: {@code "(m,n),(n)->(m)"}. */
    public String signature() {
        return product.signature();
    }

    /** Multiplies the matrices and vectors that the last axes hold, broadcast: a new array, or {@code out}. */
    public NdArray call(NdArray a, NdArray b, ProductOption... options) {
        return Multiplication.of(product, options).run(a, b);
    }
}
