# cause: The function gives back its argument v, and not v_new.
# expect: other name returned
# fix: line 6:     return v_new
step_end = 10
v = el

def euler(v, i):
    v_new = v + dt / tau * (el - v + r * i)
    return v

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = euler(v, i)
