/**
 * Loops over raw addresses: a few templates, each specialised per operation and lane as a hidden class. They know
 * strides and counts, no array, no element type and no owner; the caller holds the memory and has checked every
 * bound.
 *
 * <p>A new operation is a constant in {@code ScalarOp} and a line in {@code VectorKernels}; a new file is for a new
 * loop shape.
 */
@NullMarked
package io.arrayport.core.kernel;

import org.jspecify.annotations.NullMarked;
