/**
 * Loops over raw addresses: a few templates, each specialised per operation and lane as a hidden class. They know
 * strides and counts, no array, no element type and no owner; the caller holds the memory and has checked every
 * bound.
 *
 * <p>An operation is a row: of {@code ScalarOp}, {@code UnaryOp}, {@code ScalarTest}, {@code ComplexOp} or
 * {@code UnaryComplexOp}, which a {@code Step} applies to elements of a lane; and a case of {@code VectorTypes} or a
 * {@code VectorFunction}. An elementary function is a file with both its forms. A new template is for a new loop shape.
 *
 * <p>Another thread may write to the elements meanwhile. What is computed is of no use then, but nothing outside is
 * read or written: a count, a position or a class that a loop follows is looked at once, checked where it is followed,
 * or kept where nobody else writes; what looks for an element that has been seen goes no further than to the last one.
 */
@NullMarked
package io.arrayport.core.kernel;

import org.jspecify.annotations.NullMarked;
