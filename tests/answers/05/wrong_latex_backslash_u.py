# cause: The label holds the LaTeX command \unit, and in a Python string \u starts a character code of four hex digits, which is missing: SyntaxError.
# expect: backslash
# fix: line 7: plt.ylabel("$I$ (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current $I(t)$")
plt.xlabel("$t$ (s)")
plt.ylabel("$I$ ($\unit{A}$)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
