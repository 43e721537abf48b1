/** Tests of the benchmark; none of them asserts a time. */
@NullMarked
package io.arrayport.conformance.bench.table;

import org.jspecify.annotations.NullMarked;
