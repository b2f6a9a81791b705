# cause: There is a blank behind the colon in both formats, and this asks Python for a blank in place of the plus sign: each number gets one more blank in front.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t: .3f} {i: .4e}")  # t with 3 decimals, a space, i in exponential notation with 4
