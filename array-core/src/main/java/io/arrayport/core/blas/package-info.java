/** OpenBLAS, where it is installed: products of large matrices of floats. Optional; own kernels do the same without. */
@NullMarked
package io.arrayport.core.blas;

import org.jspecify.annotations.NullMarked;
