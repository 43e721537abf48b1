/** {@code arrayport bench}: Arrayport against NumPy and other JVM libraries, in turn, in one run. */
@NullMarked
package io.arrayport.conformance.bench;

import org.jspecify.annotations.NullMarked;
