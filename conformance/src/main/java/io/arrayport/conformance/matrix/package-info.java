/**
 * Every source with every target, in every element type and layout: shared, and proven to be, or refused for the right
 * reason.
 */
@NullMarked
package io.arrayport.conformance.matrix;

import org.jspecify.annotations.NullMarked;
