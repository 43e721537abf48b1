/** The processes that are measured: they answer one JSON line with another. */
@NullMarked
package io.arrayport.conformance.bench.child;

import org.jspecify.annotations.NullMarked;
