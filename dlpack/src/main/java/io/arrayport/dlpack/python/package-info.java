/**
 * Python in the process: CPython inside the JVM, and arrays handed over to NumPy, PyTorch and whoever else speaks
 * DLPack, and taken back, without a byte moved.
 *
 * <p>{@link io.arrayport.dlpack.python.Python} is where a user starts. It works too where Python came first and started
 * the JVM, as JPype does: then it joins the interpreter that is running.
 */
@NullMarked
package io.arrayport.dlpack.python;

import org.jspecify.annotations.NullMarked;
