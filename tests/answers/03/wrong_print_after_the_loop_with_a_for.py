# cause: The clever single print comes after the loop, where t and i hold only their last values, so the same row is printed ten times.
# expect: print outside the loop
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# fix: line 8: delete
# fix: line 9: delete
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))

# one print for the whole table
print("\n".join(f"{t:.3f} {i:.4e}" for step in range(step_end)))
