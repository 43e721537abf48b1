/** Other array libraries of the JVM, driven through the benchmark's cases. */
@NullMarked
package io.arrayport.conformance.peers;

import org.jspecify.annotations.NullMarked;
