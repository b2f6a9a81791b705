# cause: Eq. (1) is typed as it stands, with a calculation to the left of =; on the left only a name is allowed: SyntaxError.
# expect: assignment
# fix: line 8:     v_new = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    tau * (v_new - v) / dt = el - v + r * i
    v = v_new
    print(f"{t:.3f} {v:.4e}")
