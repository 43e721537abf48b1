/** The measurement: which rows, in which processes, in turn. */
@NullMarked
package io.arrayport.conformance.bench.run;

import org.jspecify.annotations.NullMarked;
