/** New arrays: numbers in order, in grids, on diagonals, from text, from Java's own arrays. */
@NullMarked
package io.arrayport.core.creation;

import org.jspecify.annotations.NullMarked;
