/** ZeroCopyArray: the array a user meets first. */
@NullMarked
package io.arrayport.interop;

import org.jspecify.annotations.NullMarked;
