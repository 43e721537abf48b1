package io.arrayport.gpu;

/**
 * One GPU as its driver describes it.
 *
 * @param ordinal its number, from 0
 * @param name the product's name
 * @param memoryBytes its memory in bytes
 */
public record CudaDevice(int ordinal, String name, long memoryBytes) {}
