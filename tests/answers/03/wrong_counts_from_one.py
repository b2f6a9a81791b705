# cause: Two faults: the loop counts from 1 to 10 instead of 0 to 9, and round(t, 3) does not show three decimals (0.01 instead of 0.010).
# expect: counts from one
# fix: line 3: step = 0
# fix: line 4: while step < step_end:
# fix: line 7:     print(f"{t:.3f}", f"{i:.4e}")
# Exercise 3
step_end = 10
step = 1
while step <= step_end:
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(round(t, 3), f"{i:.4e}")
    step += 1
