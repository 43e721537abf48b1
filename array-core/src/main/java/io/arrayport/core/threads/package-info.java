/** Splits loops between the calling thread and one bounded pool of helpers. */
@NullMarked
package io.arrayport.core.threads;

import org.jspecify.annotations.NullMarked;
