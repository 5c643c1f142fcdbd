/*
 * random.h
 *		Chance that can be repeated: the same seed draws the same report on
 *		every machine.
 *
 * test/generate/random.h
 */
#ifndef PROGSOC_RANDOM_H
#define PROGSOC_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Random
{
	uint64_t state;
} Random;

/* SplitMix64: any state is a good one, so seeds may be consecutive. */
static inline uint64_t
random_next(Random *random)
{
	uint64_t z = (random->state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

/* 0 to below - 1 */
static inline uint32_t
random_below(Random *random, uint32_t below)
{
	return (uint32_t) (random_next(random) % below);
}

/* low to high, both included */
static inline int64_t
random_between(Random *random, int64_t low, int64_t high)
{
	return low + (int64_t) (random_next(random) % (uint64_t) (high - low + 1));
}

static inline bool
random_chance(Random *random, uint32_t percent)
{
	return random_below(random, 100) < percent;
}

/* A number whose size, not its value, is evenly spread: 1 to 10^digits - 1 */
static inline int64_t
random_size(Random *random, uint32_t digits)
{
	int64_t below = 10;

	for (uint32_t n = random_below(random, digits); n > 0; n--)
		below *= 10;
	return random_between(random, below / 10, below - 1);
}

#define RANDOM_PICK(random, array)                                                                 \
	((array)[random_below((random), sizeof(array) / sizeof((array)[0]))])

#endif /* PROGSOC_RANDOM_H */
