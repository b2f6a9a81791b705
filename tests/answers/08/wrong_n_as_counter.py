# cause: The loop that fills the list uses n itself as its counter, so n is 49 afterwards while v_n has 50 values, and the list of times no longer fits.
# expect: given name overwritten
# fix: line 6: for k in range(n):
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = []
for n in range(n):
    v_n.append(el)

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    # first all neurons make their step
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    # then draw them
    plt.plot([t] * n, v_n, "k.", alpha=0.1)

plt.show()
