# cause: the default value of the function is ten times too small, and hides the given mean current
# expect: hidden by a default
# fix: line 9: def wave(t):
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

def wave(t, i_mean=2.5e-11):
    return i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))

for step in range(step_end):
    t = step * dt
    plt.plot(t, wave(t), "ko")

plt.show()
