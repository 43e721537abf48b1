/**
 * What the bridges that call C and are called back by it share: Java objects behind 64-bit ids, whether a thread has
 * the stack for a call that may come back, and a thread of the system for what may wait there.
 */
@NullMarked
package io.arrayport.core.foreign;

import org.jspecify.annotations.NullMarked;
