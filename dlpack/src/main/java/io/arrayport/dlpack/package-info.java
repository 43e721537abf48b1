/** DLPack structs, their lifetimes, and arrays to and from them. */
@NullMarked
package io.arrayport.dlpack;

import org.jspecify.annotations.NullMarked;
