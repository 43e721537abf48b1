/** The cases: what is computed, in NumPy's words and in ours. */
@NullMarked
package io.arrayport.conformance.bench.table;

import org.jspecify.annotations.NullMarked;
