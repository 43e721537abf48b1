package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Op;

/** The table of generalised ufuncs. The text of a row is what the functions generated from it say of themselves. */
public final class Products {
    private static final Loops LOOPS = Loops.uniform(2, "?bBhHiIlLeEfdFD");

    public static final Product MATMUL = row("matmul", "(n?,k),(k,m?)->(n?,m?)", 2, 2, true, false,
            "The product of matrices, or stacks of them; a vector is a row on the left, a column on the right.");
    public static final Product VECDOT = row("vecdot", "(n),(n)->()", 1, 1, false, true,
            "The sum of products of two vectors; the first one's complex elements are conjugated.");
    public static final Product MATVEC = row("matvec", "(m,n),(n)->(m)", 2, 1, false, false,
            "The product of a matrix and a vector.");
    public static final Product VECMAT = row("vecmat", "(n),(n,m)->(m)", 1, 2, false, true,
            "The product of a vector, whose complex elements are conjugated, and a matrix.");

    /** Every row, in the order of names. */
    public static final List<Product> ALL = List.of(MATMUL, MATVEC, VECDOT, VECMAT);

    private Products() {}

    private static Product row(String name, String signature, int left, int right, boolean optional,
            boolean conjugates, String doc) {
        UFunc row = new UFunc(name, List.of(), Chapter.PRODUCTS, doc, Identity.NONE, List.of(Op.MULTIPLY), LOOPS);
        return new Product(row, signature, left, right, optional, conjugates);
    }
}
