package io.arrayport.interop.demo;

/**
 * One step of the way, over all batches.
 *
 * @param step what was done
 * @param rows it covered
 * @param bytes of array data it handed on
 * @param address of the first of them, where the receiving side sees it
 * @param bytesCopied of them that lie elsewhere than where the giving side had them
 * @param micros it took
 */
public record Step(String step, long rows, long bytes, long address, long bytesCopied, long micros) {}
