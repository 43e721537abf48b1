/** The kernels there are, their PTX, and how they are given the operands of an operation. */
@NullMarked
package io.arrayport.gpu.kernel;

import org.jspecify.annotations.NullMarked;
