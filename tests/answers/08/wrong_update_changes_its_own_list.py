# cause: The function gives its own v_n a new list and returns nothing.
# expect: own name changed
# fix: line 8:     return [step_one(v) for v in v_n]
# fix: line 18:     v_n = update(v_n)
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n
def step_one(v):
    return v + dt / tau * (el - v + r * i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1)))
def update(v_n):
    v_n = [step_one(v) for v in v_n]

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    update(v_n)

plt.show()
