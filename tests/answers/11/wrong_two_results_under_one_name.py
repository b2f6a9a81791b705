# cause: A pair stored as v; i missing.
# expect: several results
# fix: line 15: i, v = simulate(step_end, dt)
# Exercise 11
def simulate(n_steps, dt_step):
    """Simulate the membrane potential."""
    np.random.seed(2020)
    noise = np.random.uniform(-1, 1, size=n_steps)
    current = i_mean * (1 + 0.1 * np.sqrt(t_max / dt_step) * noise)
    volt = np.full(n_steps, el, dtype=float)
    for k in range(n_steps - 1):
        dv = (el - volt[k] + r * current[k]) * dt_step / tau
        volt[k + 1] = volt[k] + dv
    return current, volt

step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = simulate(step_end, 2020)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
