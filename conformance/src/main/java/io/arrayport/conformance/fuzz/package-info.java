/** Damaged descriptors by the million, in processes that may die of them. */
@NullMarked
package io.arrayport.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
