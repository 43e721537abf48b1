/** Products of vectors, matrices and tensors beyond matmul, as compositions of it and of elementwise products. */
@NullMarked
package io.arrayport.core.linear;

import org.jspecify.annotations.NullMarked;
